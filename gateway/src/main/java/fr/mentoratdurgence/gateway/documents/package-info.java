/** What programmers read: the documents of all APIs and a page for each code of a problem, public and without any service. */
@NullMarked
package fr.mentoratdurgence.gateway.documents;

import org.jspecify.annotations.NullMarked;
