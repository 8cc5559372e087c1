/** How the installation is, for who runs it: what each part says of itself, and what can be done about it. */
@NullMarked
package fr.mentoratdurgence.gateway.operation;

import org.jspecify.annotations.NullMarked;
