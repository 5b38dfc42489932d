package io.vedette.vault.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.vedette.vault.network.AllowedAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The SDK's requests over Apache's client, which asks before each connection where a name leads; the transports that Microsoft offers
 * cannot. One try each, nothing of this machine's settings (proxies) is looked at, no redirect is followed.
 */
final class Transport implements HttpClient, AutoCloseable {
    /** With this key in its context a request's answer comes as a {@link Streamed}, else as a whole. */
    static final String STREAMED = "vedette-streamed";

    private static final int AT_ONCE = 32;
    /** A page of a listing has about 1 MB. What is longer is cut off here, and so is no XML any more. */
    private static final int LARGEST_ANSWER = 16 << 20;

    private final Limits limits;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("azure-limits").factory());

    Transport(Limits limits, Predicate<InetAddress> allowed) {
        this.limits = limits;
        timer.setRemoveOnCancelPolicy(true); // or what is done would be held, block and all, until its limit
        var idle = Timeout.of(limits.idle());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new AllowedAddresses(allowed))
                        .setMaxConnTotal(AT_ONCE)
                        .setMaxConnPerRoute(AT_ONCE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(limits.connect()))
                                .setSocketTimeout(idle)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(idle)
                        .setResponseTimeout(idle)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    @Override
    public HttpResponse sendSync(HttpRequest asked, Context context) {
        HttpUriRequestBase request = request(asked);
        Future<?> end = timer.schedule(request::cancel, limits.attempt().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return send(asked, request, context.getData(STREAMED).isPresent());
        } catch (IOException e) {
            // asked of the request, which is marked before its socket is closed: the timer is done only after that
            IOException why = request.isCancelled()
                    ? new SocketTimeoutException("no whole answer within " + limits.attempt())
                    : e;
            throw new UncheckedIOException(why.getMessage(), why);
        } finally {
            end.cancel(false);
        }
    }

    /** The SDK puts this way and waits for it; on threads that may block, as its retries would do it on those that may not. */
    @Override
    public Mono<HttpResponse> send(HttpRequest asked) {
        return Mono.fromCallable(() -> sendSync(asked, Context.NONE)).subscribeOn(Schedulers.boundedElastic());
    }

    private HttpResponse send(HttpRequest asked, HttpUriRequestBase request, boolean streamed) throws IOException {
        ClassicHttpResponse answer = client.executeOpen(host(request), request, null);
        if (streamed) {
            return new Streamed(asked, answer);
        }
        try (answer) {
            byte[] body = answer.getEntity() == null
                    ? new byte[0]
                    : EntityUtils.toByteArray(answer.getEntity(), LARGEST_ANSWER);
            return new Received(asked, answer, body);
        }
    }

    private static HttpHost host(HttpUriRequestBase request) throws IOException {
        try {
            return RoutingSupport.determineHost(request);
        } catch (HttpException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static HttpUriRequestBase request(HttpRequest asked) {
        var request = new HttpUriRequestBase(
                asked.getHttpMethod().name(), URI.create(asked.getUrl().toExternalForm()));
        asked.getHeaders().forEach(header -> {
            if (!header.getName().equalsIgnoreCase("content-length")) { // the entity's affair
                header.getValuesList().forEach(value -> request.addHeader(header.getName(), value));
            }
        });
        if (asked.getBodyAsBinaryData() != null) {
            request.setEntity(new ByteArrayEntity(asked.getBodyAsBinaryData().toBytes(), null));
        }
        return request;
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        client.close();
    }
}
