"""The full screen: each screen walked by keys and by mouse."""
