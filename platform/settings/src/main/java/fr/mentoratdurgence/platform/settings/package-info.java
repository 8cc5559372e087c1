/** What gateway and services share: what they refuse to start with, and the time of the operation. */
@NullMarked
package fr.mentoratdurgence.platform.settings;

import org.jspecify.annotations.NullMarked;
