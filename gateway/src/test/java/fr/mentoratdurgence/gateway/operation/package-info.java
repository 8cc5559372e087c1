@NullMarked
package fr.mentoratdurgence.gateway.operation;

import org.jspecify.annotations.NullMarked;
