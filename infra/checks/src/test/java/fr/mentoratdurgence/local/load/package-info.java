@NullMarked
package fr.mentoratdurgence.local.load;

import org.jspecify.annotations.NullMarked;
