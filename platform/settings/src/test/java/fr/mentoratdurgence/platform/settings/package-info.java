/** The settings of each application, as it and docker-compose.yml write them. */
@NullMarked
package fr.mentoratdurgence.platform.settings;

import org.jspecify.annotations.NullMarked;
