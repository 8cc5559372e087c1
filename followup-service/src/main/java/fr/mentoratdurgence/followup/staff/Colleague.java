package fr.mentoratdurgence.followup.staff;

/**
 * Somebody of the team as a person.
 *
 * @param email empty = told by telephone
 * @param phone direct line in E.164; empty where there is none
 */
record Colleague(String firstName, String lastName, String email, String phone) {

    String name() {
        return firstName + " " + lastName;
    }

    /** Says nothing: an identity must not enter a log by accident. */
    @Override
    public String toString() {
        return "Colleague[***]";
    }
}
