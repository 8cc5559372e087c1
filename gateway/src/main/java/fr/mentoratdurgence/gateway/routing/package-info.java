/** On the way to a service and back. The route table itself is in {@code application.yml}. */
@NullMarked
package fr.mentoratdurgence.gateway.routing;

import org.jspecify.annotations.NullMarked;
