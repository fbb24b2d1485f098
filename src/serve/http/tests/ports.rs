//! Where the server listens.

use std::net::{Ipv4Addr, TcpListener, TcpStream};

use super::super::{BindError, Notice, Port, Server};
use super::{LOOPBACK, PATIENCE, Scene, eventually};

#[test]
fn a_port_that_is_taken_is_passed_over_or_told() {
    let taken = TcpListener::bind((LOOPBACK, 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let next = Server::bind(LOOPBACK, Port::From(port), &[]).unwrap();
    assert!(next.address().port() > port);
    let error = Server::bind(LOOPBACK, Port::Exactly(port), &[]).err().unwrap();
    assert!(matches!(error, BindError::Taken(_)));
    assert_eq!(
        error.to_string(),
        format!("another program listens on port {port} already")
    );
    assert!(error.help().is_some_and(|help| help.contains("--port")));
}

#[test]
fn an_address_of_another_machine_is_told() {
    let elsewhere = Ipv4Addr::new(192, 0, 2, 1).into();
    let error = Server::bind(elsewhere, Port::From(0), &[]).err().unwrap();
    assert_eq!(
        error.to_string(),
        "`192.0.2.1` is not an address of this computer"
    );
}

#[test]
fn the_port_is_free_after_the_end() {
    let scene = Scene::new();
    let address = scene.address;
    scene.is_well();
    scene.running.stop();
    eventually(|| TcpStream::connect(address).is_err());
    eventually(|| Server::bind(LOOPBACK, Port::Exactly(address.port()), &[]).is_ok());
}

#[cfg(target_os = "linux")]
#[test]
fn a_listener_that_is_lost_is_replaced() {
    let scene = Scene::new();
    let mut stream = scene.events("a");
    scene.is_well();
    scene.running.lose_listener();
    let lost = scene.notices.recv_timeout(PATIENCE).unwrap();
    assert!(lost.to_string().starts_with("the preview stopped listening: "));
    let back = scene.notices.recv_timeout(PATIENCE).unwrap();
    assert!(matches!(back, Notice::Back(address) if address == scene.address));
    scene.is_well();
    scene.streams.send_all(&super::event("update", "1"));
    stream.read_until("data: 1");
    assert!(scene.running.stop());
}
