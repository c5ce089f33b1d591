/// What the practice servers do alike with HTTP: listen on loopback, read requests, compare entity tags, count requests.
/// What one provider does in its own way stands with that provider.
@NullMarked
package dev.signalbox.practice.http;

import org.jspecify.annotations.NullMarked;
