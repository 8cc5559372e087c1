package fr.mentoratdurgence.platform.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * What an API answers to a reading has a mark of its content (ETag). Who asks again and again names what it has
 * (If-None-Match) and is told 304 where nothing has changed; who changes something may name what it has read
 * ({@link WhatWasRead}).
 */
final class Marks extends ShallowEtagHeaderFilter {

    Marks() {
        setWriteWeakETag(true); // the gateway may compress: not the same bytes
    }

    /** The mark of an answer with this body. */
    String of(byte[] body) {
        try {
            return generateETagHeaderValue(new ByteArrayInputStream(body), true);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
