package fr.mentoratdurgence.reporting.bench;

/** The body of one event after the other, in the same memory. */
final class EventBody {
    private final StringBuilder text = new StringBuilder(512);

    EventBody open(String name, String id) {
        text.setLength(0);
        text.append("{\"").append(name).append("\":\"").append(id).append('"');
        return this;
    }

    EventBody field(String name, String value) {
        text.append(",\"").append(name).append("\":\"").append(value).append('"');
        return this;
    }

    EventBody number(String name, long number) {
        text.append(",\"").append(name).append("\":").append(number);
        return this;
    }

    EventBody flag(String name, boolean flag) {
        text.append(",\"").append(name).append("\":").append(flag);
        return this;
    }

    /** Goes on in an object of its own, with its first field. */
    EventBody inside(String object, String name, String value) {
        text.append(",\"")
                .append(object)
                .append("\":{\"")
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"');
        return this;
    }

    /** Back from there. */
    EventBody outside() {
        text.append('}');
        return this;
    }

    /** JSON as it stands, after a comma. */
    EventBody more(String json) {
        text.append(',').append(json);
        return this;
    }

    CharSequence closed() {
        return text.append('}');
    }
}
