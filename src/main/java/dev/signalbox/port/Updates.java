package dev.signalbox.port;

import dev.signalbox.domain.update.PublishedVersion;

/// The versions of the console that its project has published.
public interface Updates {

    /// The newest finished one. Blocks. Sends no credential, and nothing that tells who asks.
    PublishedVersion newest() throws RemoteFailure;
}
