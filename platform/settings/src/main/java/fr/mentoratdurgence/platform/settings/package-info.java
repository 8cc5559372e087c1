/** What gateway and services refuse to start with. */
@NullMarked
package fr.mentoratdurgence.platform.settings;

import org.jspecify.annotations.NullMarked;
