package io.vedette.lab.clip;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** The pictures of a plan as JPEG files, at half the size and without noise. */
public final class ClipJpegs {
    private ClipJpegs() {}

    /** All of the loop, one for each picture of the plan; about ten milliseconds of processor time each. */
    public static List<byte[]> of(ClipPlan plan) throws IOException {
        int width = ClipPlan.WIDTH / 2;
        int height = ClipPlan.HEIGHT / 2;
        Stage stage = new Stage(plan, width, height);
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        List<byte[]> pictures = new ArrayList<>();
        for (int frame = 0; frame < plan.frames(); frame++) {
            Planes planes = stage.pictureAt(plan.positionOf(frame));
            grey.getRaster().setDataElements(0, 0, width, height, planes.luma);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(grey, "jpeg", out);
            pictures.add(out.toByteArray());
        }
        return List.copyOf(pictures);
    }
}
