@NullMarked
package fr.mentoratdurgence.reporting.webhooks;

import org.jspecify.annotations.NullMarked;
