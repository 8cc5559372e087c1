/**
 * What every decider needs and nothing more: no framework, no domain word.
 */
@NullMarked
package fr.mentoratdurgence.platform.domain;

import org.jspecify.annotations.NullMarked;
