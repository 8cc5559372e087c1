package fr.mentoratdurgence.planted.needs.domain;

record MemoDecider(Memo memo) {}
