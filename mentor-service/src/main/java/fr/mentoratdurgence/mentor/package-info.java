/**
 * mentor-service decides who may be a mentor: application, interview, proof of good standing, charter, training,
 * activation, leaving. It does not decide who is matched with whom.
 */
@NullMarked
package fr.mentoratdurgence.mentor;

import org.jspecify.annotations.NullMarked;
