#!/usr/bin/python3
"""Drops files onto a window as another program would (XDND, version 5).

e2e-drop.py WINDOW X Y FILE...

The protocol: https://www.freedesktop.org/wiki/Specifications/XDND/
"""
import sys
import time
import urllib.parse

from Xlib import X, Xatom, display
from Xlib.protocol import event

PATIENCE = 20  # seconds until the other side must have answered


def main():
    target_id, x, y = (int(a) for a in sys.argv[1:4])
    uris = "".join("file://" + urllib.parse.quote(p) + "\r\n" for p in sys.argv[4:]).encode()
    d = display.Display()
    atom = d.intern_atom
    root = d.screen().root
    target = d.create_resource_object("window", target_id)
    source = root.create_window(0, 0, 1, 1, 0, d.screen().root_depth)
    selection, uri_list = atom("XdndSelection"), atom("text/uri-list")
    source.set_selection_owner(selection, X.CurrentTime)
    d.flush()

    def send(name, data):
        target.send_event(event.ClientMessage(window=target, client_type=atom(name), data=(32, data)))
        d.flush()

    send("XdndEnter", [source.id, 5 << 24, uri_list, 0, 0])
    send("XdndPosition", [source.id, 0, x << 16 | y, X.CurrentTime, atom("XdndActionCopy")])
    end, dropped = time.monotonic() + PATIENCE, False
    while time.monotonic() < end:
        while d.pending_events() == 0 and time.monotonic() < end:
            time.sleep(0.01)
        if d.pending_events() == 0:
            break
        e = d.next_event()
        if e.type == X.ClientMessage and e.client_type == atom("XdndStatus"):
            if not e.data[1][1] & 1:
                sys.exit("the window does not take files")
            if not dropped:
                dropped = True
                send("XdndDrop", [source.id, 0, X.CurrentTime, 0, 0])
        elif e.type == X.SelectionRequest:
            if e.target == uri_list:
                e.requestor.change_property(e.property, uri_list, 8, uris)
            else:
                e.requestor.change_property(e.property, Xatom.ATOM, 32, [uri_list])
            e.requestor.send_event(event.SelectionNotify(
                time=e.time, requestor=e.requestor, selection=e.selection, target=e.target, property=e.property))
            d.flush()
        elif e.type == X.ClientMessage and e.client_type == atom("XdndFinished"):
            return
    sys.exit("the window did not answer")


main()
