/** What has to be done by when: rows that are set by an act, and that act by themselves once their time has passed. */
@NullMarked
package fr.mentoratdurgence.platform.deadlines;

import org.jspecify.annotations.NullMarked;
