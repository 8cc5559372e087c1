package fr.mentoratdurgence.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Texts of a JSON body, as {@link TypedSigns} wants them. */
final class TypedStringDeserializer extends StringDeserializer {
    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        @Nullable String text = super.deserialize(parser, context);
        if (text == null) {
            return null;
        }
        return TypedSigns.hasNull(text)
                ? (String) context.handleWeirdStringValue(String.class, "", "U+0000")
                : TypedSigns.only(text);
    }
}
