/**
 * What services tell each other: records, JSON samples and JSON Schemas, and the names of the member associations whose
 * codes travel; no dependency, no behaviour.
 */
@NullMarked
package fr.mentoratdurgence.contracts;

import org.jspecify.annotations.NullMarked;
