@NullMarked
package fr.mentoratdurgence.gateway.login;

import org.jspecify.annotations.NullMarked;
