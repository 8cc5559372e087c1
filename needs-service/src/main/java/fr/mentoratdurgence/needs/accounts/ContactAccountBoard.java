package fr.mentoratdurgence.needs.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads who has an account of a structure. */
public final class ContactAccountBoard {
    private static final String ROW =
            "select contact, structure, invited_on, account, opened_on, left_on from contact_account ";

    private final JdbcClient db;

    ContactAccountBoard(JdbcClient db) {
        this.db = db;
    }

    /** Who speaks for this structure; the newest last. */
    public List<ContactAccountRow> here(String structure) {
        return db.sql(ROW + "where structure = ? and left_on is null order by invited_on, contact")
                .param(structure)
                .query(ContactAccountRow.class)
                .list();
    }

    /** Where this person stands, also once gone. */
    public Optional<ContactAccountRow> find(String contact) {
        return db.sql(ROW + "where contact = ?")
                .param(contact)
                .query(ContactAccountRow.class)
                .optional();
    }

    /** Whose login that is. */
    public Optional<ContactAccountRow> under(String account) {
        return db.sql(ROW + "where account = ? and left_on is null")
                .param(account)
                .query(ContactAccountRow.class)
                .optional();
    }

    /** A need of this structure about which the team has called and that is to be served; empty where there is none. */
    public Optional<String> calledAbout(String structure) {
        return db.sql(
                        "select need from need where structure = ? and status = 'QUALIFIED' order by qualified_on, need limit 1")
                .param(structure)
                .query(String.class)
                .optional();
    }
}
