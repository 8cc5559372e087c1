@NullMarked
package fr.mentoratdurgence.local.rehearsal;

import org.jspecify.annotations.NullMarked;
