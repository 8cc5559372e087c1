package fr.mentoratdurgence.platform.lists;

import fr.mentoratdurgence.platform.Person;
import fr.mentoratdurgence.platform.Texts;
import fr.mentoratdurgence.platform.lists.ListHead.View;
import fr.mentoratdurgence.platform.web.ListAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes what stands above a list. */
public final class Lists {
    private final SavedViews saved;
    private final ListsSettings settings;
    private final Texts texts;

    Lists(SavedViews saved, ListsSettings settings, Texts texts) {
        this.saved = saved;
        this.settings = settings;
        this.texts = texts;
    }

    /** Beginning of the pages of this service. */
    public String path() {
        return settings.path();
    }

    /**
     * The head of a list as its reader sees it.
     *
     * @param here    the list with what is chosen, without columns and page
     * @param offered what it can be narrowed by; where there is nothing to choose from, that is not offered
     */
    public ListHead head(Person person, ListAddress here, List<ListFilter> offered, ListColumns columns) {
        List<ListFilter> filters =
                offered.stream().filter(filter -> !filter.options().isEmpty()).toList();
        ListAddress address = here.with(ListColumns.PARAMETER, columns.inAddress());
        String shown = address.toString();
        List<View> views = saved.of(person.account(), here.path()).stream()
                .map(view -> new View(
                        view.id(),
                        name(view.address(), filters, columns),
                        view.address(),
                        view.address().equals(shown)))
                .toList();
        return new ListHead(address, filters, columns, views, settings.path() + "/vues");
    }

    /** What a view is called: the words of what it shows. */
    private String name(String address, List<ListFilter> filters, ListColumns columns) {
        MultiValueMap<String, String> chosen =
                UriComponentsBuilder.fromUriString(address).build(true).getQueryParams();
        Stream<String> words = filters.stream()
                .flatMap(filter ->
                        Optional.ofNullable(chosen.getFirst(filter.parameter())).flatMap(filter::word).stream());
        boolean ofColumns = !columns.all().isEmpty() && chosen.containsKey(ListColumns.PARAMETER);
        String name = Stream.concat(words, ofColumns ? Stream.of(texts.of("ui.list.view.columns")) : Stream.of())
                .collect(Collectors.joining(" · "));
        return name.isEmpty() ? texts.of("ui.list.view.all") : name;
    }
}
