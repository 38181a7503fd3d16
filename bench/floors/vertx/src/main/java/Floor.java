import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.parsetools.RecordParser;

/** The least a Vert.x server does to pass a model's deltas on. Arguments: port, address of the model. */
public final class Floor extends AbstractVerticle {

    private static int port;
    private static String upstream;
    private HttpClient model;

    public static void main(String[] args) {
        port = Integer.parseInt(args[0]);
        upstream = args[1];
        Vertx.vertx().deployVerticle(Floor::new, new DeploymentOptions().setInstances(2));
    }

    @Override
    public void start() {
        model = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(10_000));
        vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(4096))
                .webSocketHandler(socket ->
                        socket.textMessageHandler(text -> ask(socket, new JsonObject(text).getString("message"))))
                .requestHandler(request -> request.response().end())
                .listen(port, "127.0.0.1");
    }

    private void ask(ServerWebSocket socket, String question) {
        JsonObject message = new JsonObject().put("role", "user").put("content", question);
        JsonObject asked = new JsonObject()
                .put("model", "stub")
                .put("stream", true)
                .put("messages", new JsonArray().add(message));
        model.request(new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(upstream + "/chat/completions"))
                .compose(request -> request.send(asked.toBuffer()))
                .onSuccess(answer -> relay(socket, answer))
                .onFailure(failure -> socket.writeTextMessage("{\"type\":\"error\"}"));
    }

    private static void relay(ServerWebSocket socket, HttpClientResponse answer) {
        answer.handler(RecordParser.newDelimited("\n\n", event -> {
            String data = event.toString();
            if (!data.startsWith("data: {")) {
                return;
            }
            String text = new JsonObject(data.substring(6))
                    .getJsonArray("choices")
                    .getJsonObject(0)
                    .getJsonObject("delta")
                    .getString("content");
            if (text != null) {
                socket.writeTextMessage(
                        new JsonObject().put("type", "delta").put("text", text).encode());
            }
        }));
        answer.endHandler(end -> socket.writeTextMessage("{\"type\":\"done\"}"));
    }
}
