package fr.mentoratdurgence.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Texts of a JSON body, as {@link TypedSigns} wants them. */
final class TypedStringDeserializer extends StringDeserializer {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (TypedSigns.hasNull(text)) {
            throw context.weirdStringException("", String.class, "U+0000");
        }
        return TypedSigns.only(text);
    }
}
