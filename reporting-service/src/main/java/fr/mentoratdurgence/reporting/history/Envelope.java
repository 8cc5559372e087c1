package fr.mentoratdurgence.reporting.history;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A CloudEvent cut in two, to the letter as it was received.
 *
 * @param attributes the envelope with its data set to null
 * @param data the text of the body
 */
record Envelope(String attributes, String data) {
    private static final JsonFactory JSON = new JsonFactory();

    static Envelope split(String raw) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), raw)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean data = parser.currentName().equals("data");
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (data) {
                    parser.finishToken();
                    int end = (int) parser.currentLocation().getCharOffset();
                    return new Envelope(
                            raw.substring(0, start) + "null" + raw.substring(end), raw.substring(start, end));
                }
            }
        }
        throw new IllegalArgumentException("an envelope without data");
    }
}
