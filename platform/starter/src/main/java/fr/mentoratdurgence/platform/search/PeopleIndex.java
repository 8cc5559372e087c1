package fr.mentoratdurgence.platform.search;

import fr.mentoratdurgence.platform.PersonalDataCipher;
import fr.mentoratdurgence.typed.EmailAddress;
import fr.mentoratdurgence.typed.FoldedWords;
import fr.mentoratdurgence.typed.Telephone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds people who are kept sealed, by their names, telephone or address: beside the sealed row stand keyed marks (HMAC,
 * under a key for nothing else) of each word, of its groups of three letters, by which its beginning is found, and of
 * the word with one letter left out, by which it is found with a slip. Nobody reads a name there, and without the key
 * nobody can try one. Written and deleted in the transaction of the row.
 */
public final class PeopleIndex {
    /**
     * Whom {@link Query#params} find, a table of {@code person} and {@code distance}: 0 these words, 1 words that begin
     * so, 2 words with a slip.
     */
    public static final String FOUND = """
            (select person, case when terms @@ cast(:these as tsquery) then 0
                    when terms @@ cast(:begun as tsquery) then 1 else 2 end as distance
             from person_index where terms @@ cast(:alike as tsquery))""";

    private static final int MARK = 12;
    private static final int MOST_WORDS = 6;
    /** In a shorter word, a slip makes another word. */
    private static final int FORGIVING_FROM = 4;

    private static final String WHOLE = "word";
    private static final String SHORTENED = "less";
    private static final String THREE = "three";
    private static final String NUMBER = "number";
    private static final String ADDRESS = "address";

    private record Term(String kind, String text) {}

    /**
     * What to look for.
     *
     * @param terms words, numbers and addresses, all of which have to be there
     */
    private record Wanted(List<Term> terms) {
        static Wanted of(String typed) {
            String words = typed;
            List<Term> terms = new ArrayList<>();
            for (String number : Telephone.in(typed)) {
                Telephone.read(number).ifPresent(read -> terms.add(new Term(NUMBER, read.e164())));
                words = words.replace(number, " ");
            }
            for (String part : words.strip().split("\\s+", -1)) {
                if (part.indexOf('@') > 0 && EmailAddress.read(part).isPresent()) {
                    terms.add(new Term(
                            ADDRESS, EmailAddress.read(part).orElseThrow().value()));
                    words = words.replace(part, " ");
                }
            }
            FoldedWords.of(words).stream().limit(MOST_WORDS).forEach(word -> terms.add(new Term(WHOLE, word)));
            return new Wanted(List.copyOf(terms));
        }
    }

    /** What {@link #FOUND} asks for. */
    public record Query(Map<String, Object> params) {
        @Override
        public String toString() {
            return "Query[…]";
        }
    }

    private final JdbcClient db;
    private final PersonalDataCipher marks;

    PeopleIndex(JdbcClient db, PersonalDataCipher cipher) {
        this.db = db;
        this.marks = cipher.forPurpose("people-index");
    }

    /**
     * Keeps how to find this person, instead of what was kept before.
     *
     * @param names names of the person and of what he or she speaks for, however written
     * @param email as {@code EmailAddress} reads it; empty where there is none
     * @param phone in E.164; empty where there is none
     */
    public void keep(String person, String names, String email, String phone) {
        Set<Term> terms = new LinkedHashSet<>();
        for (String word : FoldedWords.of(names)) {
            terms.add(new Term(WHOLE, word));
            shortened(word).forEach(terms::add);
            threes(word + " ").forEach(terms::add);
        }
        if (!email.isEmpty()) {
            terms.add(new Term(ADDRESS, email));
        }
        if (!phone.isEmpty()) {
            terms.add(new Term(NUMBER, phone));
        }
        db.sql("""
                insert into person_index(person, key, terms) values (?, ?, array_to_tsvector(cast(? as text[])))
                on conflict (person) do update set key = excluded.key, terms = excluded.terms""")
                .params(
                        person,
                        marks.currentKey(),
                        terms.stream()
                                .map(term -> shown(marks.mark(term.text(), term.kind())))
                                .distinct()
                                .toArray(String[]::new))
                .update();
    }

    /** Deletes how to find this person; with the row that says who it is. */
    public void forget(String person) {
        db.sql("delete from person_index where person = ?").param(person).update();
    }

    /** Reads what was typed: words in any order, each from its beginning or with a slip, telephones, addresses. */
    public Query query(String typed) {
        Wanted wanted = Wanted.of(typed);
        return new Query(new HashMap<>(Map.of(
                "these", underAnyKey(wanted, this::these),
                "begun", underAnyKey(wanted, this::begun),
                "alike", underAnyKey(wanted, this::alike))));
    }

    /** People of this query of ids whose marks are under another key than the one that writes, or missing. */
    List<String> outdated(String all, String after, int most) {
        return db.sql("select p.person from (" + all + ") p where p.person > :after and not exists ("
                        + "select 1 from person_index i where i.person = p.person and i.key = :key)"
                        + " order by p.person limit :most")
                .param("after", after)
                .param("key", marks.currentKey())
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Forgets whom the service no longer knows. */
    int clean(String all) {
        return db.sql("delete from person_index i where not exists (select 1 from (" + all
                        + ") p where p.person = i.person)")
                .update();
    }

    private String underAnyKey(Wanted wanted, Function<Term, Function<Integer, String>> how) {
        if (wanted.terms().isEmpty()) {
            return "";
        }
        int keys = marks.marks("", WHOLE).size();
        return IntStream.range(0, keys)
                .mapToObj(key -> wanted.terms().stream()
                        .map(term -> how.apply(term).apply(key))
                        .collect(Collectors.joining(" & ", "(", ")")))
                .collect(Collectors.joining(" | "));
    }

    private Function<Integer, String> these(Term term) {
        List<String> one = marks(term);
        return one::get;
    }

    private Function<Integer, String> begun(Term term) {
        if (!term.kind().equals(WHOLE)) {
            return these(term);
        }
        List<List<String>> threes = threes(term.text()).map(this::marks).toList();
        return key -> threes.stream().map(marks -> marks.get(key)).collect(Collectors.joining(" & ", "(", ")"));
    }

    private Function<Integer, String> alike(Term term) {
        Function<Integer, String> begun = begun(term);
        if (!term.kind().equals(WHOLE) || term.text().length() < FORGIVING_FROM) {
            return begun;
        }
        List<List<String>> near = Stream.concat(
                        shortened(term.text()),
                        Stream.concat(
                                Stream.of(new Term(SHORTENED, term.text()), term),
                                shortened(term.text()).map(one -> new Term(WHOLE, one.text()))))
                .map(this::marks)
                .toList();
        return key -> near.stream()
                .map(marks -> marks.get(key))
                .collect(Collectors.joining(" | ", "(" + begun.apply(key) + " | ", ")"));
    }

    /** The word with one letter left out: two words that share one are a slip apart. */
    private static Stream<Term> shortened(String word) {
        return word.length() < FORGIVING_FROM
                ? Stream.empty()
                : IntStream.range(0, word.length())
                        .mapToObj(at -> new Term(SHORTENED, word.substring(0, at) + word.substring(at + 1)))
                        .distinct();
    }

    /** Groups of three letters from the beginning of the word on. */
    private static Stream<Term> threes(String word) {
        String padded = "  " + word;
        return IntStream.range(0, padded.length() - 2)
                .mapToObj(at -> new Term(THREE, padded.substring(at, at + 3)))
                .distinct();
    }

    private List<String> marks(Term term) {
        return marks.marks(term.text(), term.kind()).stream()
                .map(mark -> "'" + shown(mark) + "'")
                .toList();
    }

    /**
     * 48 bits: among the words of a country two are hardly ever taken for each other, and a hit is looked at anyway.
     * Letters alone: a mark of digits could be taken for a telephone by who looks for personal data.
     */
    private static String shown(String mark) {
        return mark.substring(0, MARK)
                .chars()
                .map(sign -> Character.isDigit(sign) ? sign - '0' + 'g' : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
