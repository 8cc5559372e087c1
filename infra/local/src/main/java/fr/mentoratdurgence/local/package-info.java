/**
 * Runs the whole system on one machine: the outside parts, five services and the gateway, each in a
 * process of its own on loopback. The command line {@code mentorat} and the scenario tests use it.
 */
@NullMarked
package fr.mentoratdurgence.local;

import org.jspecify.annotations.NullMarked;
