package dev.teiten.source.sample;

import dev.teiten.load.WaitEvent;
import org.jspecify.annotations.Nullable;

/**
 * A session that was at work when it was looked at.
 *
 * @param waitsFor what it waited for; {@link WaitEvent#CPU} where it is not known to wait
 * @param digest of the statement that it ran; null if the server did not say
 * @param user null if unknown
 * @param host the client's, without a port; null if unknown
 * @param database null if none is chosen
 */
public record ActiveSession(
    WaitEvent waitsFor,
    @Nullable String digest,
    @Nullable String user,
    @Nullable String host,
    @Nullable String database) {}
