/**
 * What a service sees of the platform: who asks, what is sent, what is heard. It knows no word of the domain.
 */
@NullMarked
package fr.mentoratdurgence.platform;

import org.jspecify.annotations.NullMarked;
