/**
 * What the tests of all services share: real parts, tokens, fixtures for rules, the shapes of events, architecture.
 */
@NullMarked
package fr.mentoratdurgence.platform.test;

import org.jspecify.annotations.NullMarked;
