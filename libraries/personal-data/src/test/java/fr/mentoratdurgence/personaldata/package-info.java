@NullMarked
package fr.mentoratdurgence.personaldata;

import org.jspecify.annotations.NullMarked;
