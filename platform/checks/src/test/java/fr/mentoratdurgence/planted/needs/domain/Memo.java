package fr.mentoratdurgence.planted.needs.domain;

import org.springframework.jdbc.core.simple.JdbcClient;

record Memo(JdbcClient db) {}
