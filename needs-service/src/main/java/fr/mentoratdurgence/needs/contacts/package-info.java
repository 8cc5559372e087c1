/**
 * Who to call back, and the short notes of a declaration: the only personal data of this service, sealed and erasable.
 */
@NullMarked
package fr.mentoratdurgence.needs.contacts;

import org.jspecify.annotations.NullMarked;
