/**
 * The write side: seats of needs, loads of mentors, proposals between them, runs. One decision touches several streams
 * in one transaction, so no seat and no capacity can be given twice.
 */
@NullMarked
package fr.mentoratdurgence.matching.proposing;

import org.jspecify.annotations.NullMarked;
