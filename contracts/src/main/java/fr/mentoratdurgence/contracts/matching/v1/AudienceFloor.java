package fr.mentoratdurgence.contracts.matching.v1;

/**
 * The floor of a priority audience: so many percent of its waiting places come before all else (FR: plancher).
 *
 * @param priorityAudience REP, REP_PLUS, QPV or RURAL_FRAGILE; a consumer accepts values it does not know
 * @param percent 1 to 100; an audience without a floor is not listed
 */
public record AudienceFloor(String priorityAudience, int percent) {}
