/** Tests of the platform itself, on a tiny service with one rule: a bowl holds so many stones. */
@NullMarked
package fr.mentoratdurgence.platform.test.tiny;

import org.jspecify.annotations.NullMarked;
