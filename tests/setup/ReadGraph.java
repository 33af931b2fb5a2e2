import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Opens graph files as Gephi does, for tests in another language: one line of JSON a file. */
public class ReadGraph {
    public static void main(String[] files) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        for (String file : files) {
            projects.newProject();
            Workspace workspace = projects.getCurrentWorkspace();
            Container container = importer.importFile(new File(file));
            container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
            container.getLoader().setAutoScale(false);
            importer.process(container, new DefaultProcessor(), workspace);
            System.out.println("READ " + told(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace)));
        }
        System.exit(0);
    }

    static String told(GraphModel model) {
        Graph graph = model.getGraph();
        List<String> nodes = new ArrayList<>();
        for (Node node : graph.getNodes()) {
            String colour = node.getColor().getRed() + " " + node.getColor().getGreen() + " " + node.getColor().getBlue();
            nodes.add("{\"id\":" + text(node.getId()) + ",\"label\":" + text(node.getLabel()) + ",\"x\":" + node.x()
                + ",\"y\":" + node.y() + ",\"size\":" + node.size() + ",\"colour\":" + text(colour) + ",\"values\":"
                + values(model.getNodeTable(), node) + "}");
        }
        List<String> edges = new ArrayList<>();
        for (Edge edge : graph.getEdges()) {
            edges.add("{\"id\":" + text(edge.getId()) + ",\"source\":" + text(edge.getSource().getId()) + ",\"target\":"
                + text(edge.getTarget().getId()) + ",\"label\":" + text(edge.getLabel()) + ",\"kind\":"
                + text(edge.getTypeLabel()) + ",\"directed\":" + edge.isDirected() + ",\"weight\":" + edge.getWeight()
                + ",\"values\":" + values(model.getEdgeTable(), edge) + "}");
        }
        return "{\"dynamic\":" + model.isDynamic() + ",\"nodes\":[" + String.join(",", nodes) + "],\"edges\":["
            + String.join(",", edges) + "]}";
    }

    static String values(Table table, Element element) {
        List<String> values = new ArrayList<>();
        for (Column column : table) values.add(text(column.getTitle()) + ":" + text(element.getAttribute(column)));
        return "{" + String.join(",", values) + "}";
    }

    static String text(Object value) {
        if (value == null) return "null";
        StringBuilder text = new StringBuilder("\"");
        for (char each : value.toString().toCharArray()) {
            if (each < ' ' || each == '"' || each == '\\' || each > '~') text.append(String.format("\\u%04x", (int) each));
            else text.append(each);
        }
        return text.append('"').toString();
    }
}
