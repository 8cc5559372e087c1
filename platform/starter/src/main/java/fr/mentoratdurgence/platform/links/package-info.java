/**
 * Links that act (FR: liens d'accès): who has no account, or is in a hurry, does by a link from a letter what it is for.
 * GET shows, POST acts: scanners and previews open links.
 */
@NullMarked
package fr.mentoratdurgence.platform.links;

import org.jspecify.annotations.NullMarked;
