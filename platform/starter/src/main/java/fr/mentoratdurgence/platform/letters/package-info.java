/**
 * People are told (FR: courriers): a letter is a row, written in the transaction of the fact that it follows from and sent
 * afterwards by any instance. The service that owns a person's address writes to that person.
 */
@NullMarked
package fr.mentoratdurgence.platform.letters;

import org.jspecify.annotations.NullMarked;
