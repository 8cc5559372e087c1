package fr.mentoratdurgence.gateway.operation;

import fr.mentoratdurgence.gateway.operation.PartSeen.Instance;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** This gateway, by the figures that it shows on its management port. Others of the same door show their own. */
@Component
class OwnInstance {
    private static final List<String> FIGURES = List.of(
            "process.uptime",
            "disk.free",
            "disk.total",
            "hikaricp.connections.active",
            "hikaricp.connections.max",
            "hikaricp.connections.pending");

    private final MeterRegistry registry;
    private final ObjectProvider<BuildProperties> build;
    private final JsonMapper json;

    OwnInstance(MeterRegistry registry, ObjectProvider<BuildProperties> build, JsonMapper json) {
        this.registry = registry;
        this.build = build;
        this.json = json;
    }

    Instance seen() {
        ObjectNode said = json.createObjectNode();
        build.ifAvailable(properties -> said.put("version", properties.getVersion()));
        ArrayNode figures = said.putArray("figures");
        for (String name : FIGURES) {
            Gauge gauge = registry.find(name).gauge();
            if (gauge != null) {
                figures.addObject().put("name", name).put("of", "").put("value", gauge.value());
            }
        }
        return new Instance(URI.create("http://gateway"), said);
    }
}
