"""USER PASSWORD PATH=PIPELINE...: pipelines as RTSP streams on loopback. Says its port, or what is missing; ends with its input."""
import sys
import threading


def missing(what):
    print('missing', ' '.join(str(what).split()), flush=True)
    sys.exit()


try:
    import gi
    for part in 'Gst', 'GstRtsp', 'GstRtspServer':
        gi.require_version(part, '1.0')
    from gi.repository import GLib, Gst, GstRtsp, GstRtspServer
except (ImportError, ValueError) as reason:
    missing(reason)

Gst.init(None)
user, password, *streams = sys.argv[1:]
auth = GstRtspServer.RTSPAuth()
auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
token = GstRtspServer.RTSPToken()
token.set_string('media.factory.role', 'watcher')
auth.add_digest(user, password, token)
server = GstRtspServer.RTSPServer(address='127.0.0.1', service='0')
server.set_auth(auth)
for path, pipeline in (stream.split('=', 1) for stream in streams):
    try:
        Gst.parse_launch(pipeline)
    except GLib.Error as reason:
        missing(reason.message)
    factory = GstRtspServer.RTSPMediaFactory(launch=f'( {pipeline} )', shared=True)
    factory.add_role_from_structure(Gst.Structure.new_from_string(
        'watcher, media.factory.access=(boolean)true, media.factory.construct=(boolean)true'))
    server.get_mount_points().add_factory(path, factory)
server.attach(None)
loop = GLib.MainLoop()
print('port', server.get_bound_port(), flush=True)
threading.Thread(target=lambda: (sys.stdin.read(), loop.quit()), daemon=True).start()
loop.run()
