/**
 * What services tell each other: records, JSON samples and JSON Schemas; no dependency, no behaviour.
 */
@NullMarked
package fr.mentoratdurgence.contracts;

import org.jspecify.annotations.NullMarked;
